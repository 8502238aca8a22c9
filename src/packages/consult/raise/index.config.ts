export default definePageConfig({ navigationBarTitleText: '拿出来议' });
