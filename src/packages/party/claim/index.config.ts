export default definePageConfig({ navigationBarTitleText: '报一件做了的事' });
