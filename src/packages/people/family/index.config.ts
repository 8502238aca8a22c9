export default definePageConfig({ navigationBarTitleText: '家里人用这部手机' });
