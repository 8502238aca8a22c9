export default definePageConfig({ navigationBarTitleText: '报上去了' });
