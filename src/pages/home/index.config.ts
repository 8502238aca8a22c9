export default definePageConfig({ navigationBarTitleText: '村里事' });
