export default definePageConfig({ navigationBarTitleText: '村里议的事' });
