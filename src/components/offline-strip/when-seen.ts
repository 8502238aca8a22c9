const HOUR_IN_MS = 3_600_000;
const DAY_IN_MS = 24 * HOUR_IN_MS;

/**
 * When something was read, in spoken words of China's civil time: 今天 8:12, 昨天 20:05, 11月20日 8:12.
 * Both times are epoch ms.
 */
export function whenSeen(at: number, now: number): string {
  const civil = new Date(at + 8 * HOUR_IN_MS);
  const clock = `${civil.getUTCHours()}:${String(civil.getUTCMinutes()).padStart(2, '0')}`;
  const daysAgo = dayNumber(now) - dayNumber(at);
  if (daysAgo === 0) return `今天 ${clock}`;
  if (daysAgo === 1) return `昨天 ${clock}`;
  return `${civil.getUTCMonth() + 1}月${civil.getUTCDate()}日 ${clock}`;
}

function dayNumber(at: number): number {
  return Math.floor((at + 8 * HOUR_IN_MS) / DAY_IN_MS);
}
