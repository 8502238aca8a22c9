export default definePageConfig({ navigationBarTitleText: '请求和意见' });
