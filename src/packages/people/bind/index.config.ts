export default definePageConfig({ navigationBarTitleText: '我是哪一家' });
