export default definePageConfig({ navigationBarTitleText: '评一位党员' });
