export default definePageConfig({ navigationBarTitleText: '说法说政策' });
