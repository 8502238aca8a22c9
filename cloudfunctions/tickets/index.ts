import { cloudHost } from '@platform/cloudbase/host';
import { withHttpAccess } from '@platform/cloudbase/http-access';
import { serve } from '@platform/serve';
import { router } from './router';

export const main = withHttpAccess(serve('tickets', router, cloudHost), cloudHost);
