/** When meetings are held: in the morning, in the afternoon, or after supper in the yard (院坝会, CON-01). */
export const HOURS = [
  { value: '09:00', title: '上午', line: '9:00' },
  { value: '14:30', title: '下午', line: '2:30' },
  { value: '19:30', title: '晚上', line: '7:30' },
] as const;
export type Hour = (typeof HOURS)[number]['value'];
