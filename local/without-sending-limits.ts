import type { CountySettings } from '@/domain/settings/settings';

/** For measurements and the like, in which one made-up villager reports by the thousand. */
export function withoutSendingLimits(settings: CountySettings): CountySettings {
  const endless = { hour: Number.MAX_SAFE_INTEGER, day: Number.MAX_SAFE_INTEGER };
  return { ...settings, sending: { ...settings.sending, reports: endless, onBehalf: endless, supports: endless, requests: endless, branchWords: endless } };
}
