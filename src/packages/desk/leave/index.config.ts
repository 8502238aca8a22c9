export default definePageConfig({ navigationBarTitleText: '请假代班' });
