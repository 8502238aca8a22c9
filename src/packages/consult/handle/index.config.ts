export default definePageConfig({ navigationBarTitleText: '议事办理' });
