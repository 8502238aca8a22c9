export default definePageConfig({ navigationBarTitleText: '核对结果' });
