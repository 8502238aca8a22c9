export default definePageConfig({ navigationBarTitleText: '主席团' });
