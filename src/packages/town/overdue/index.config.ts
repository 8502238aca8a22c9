export default definePageConfig({ navigationBarTitleText: '超期的事' });
