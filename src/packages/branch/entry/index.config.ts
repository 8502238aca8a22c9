export default definePageConfig({ navigationBarTitleText: '一笔积分' });
