import { cloudHost } from '@platform/cloudbase/host';
import { serve } from '@platform/serve';
import { router } from './router';

export const main = serve('voting', router, cloudHost);
