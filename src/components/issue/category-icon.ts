import type { IconName } from '@/components/icon';
import type { Category } from '@/domain/issues/issue';

/** One category, one drawing. */
export const CATEGORY_ICON: Readonly<Record<Category, IconName>> = {
  DISPUTE: 'dispute',
  SANITATION: 'sanitation',
  EMERGENCY: 'hazard',
  ERRAND: 'errand',
  PATROL: 'patrol',
  CONSULT: 'policy',
  SUGGEST: 'suggest',
  COMPLAINT: 'complaint',
  OTHER: 'other',
};
