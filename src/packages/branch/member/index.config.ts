export default definePageConfig({ navigationBarTitleText: '党员的一年' });
