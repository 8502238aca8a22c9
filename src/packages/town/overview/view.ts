import type { api } from '@/services/client';

/** The overview as the server answers it. */
export type Overview = Awaited<ReturnType<typeof api.issues.overview>>;
