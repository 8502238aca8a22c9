export default definePageConfig({ navigationBarTitleText: '网格检查' });
