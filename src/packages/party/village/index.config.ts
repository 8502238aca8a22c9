export default definePageConfig({ navigationBarTitleText: '党员的承诺' });
