export default definePageConfig({ navigationBarTitleText: '我管的户' });
