export default definePageConfig({ navigationBarTitleText: '镇党委组织办' });
