export default definePageConfig({ navigationBarTitleText: '以前的积分' });
