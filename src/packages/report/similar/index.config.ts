export default definePageConfig({ navigationBarTitleText: '别人也报过' });
