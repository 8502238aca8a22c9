export default definePageConfig({ navigationBarTitleText: '党员和积分' });
