export default definePageConfig({ navigationBarTitleText: '评代表' });
