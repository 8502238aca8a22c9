export default definePageConfig({ navigationBarTitleText: '同类事' });
