import { beginUpload } from './begin-upload';
import { discardUpload } from './discard-upload';
import { finishUpload } from './finish-upload';
import { files } from './os';

export const router = files.router({ begin: beginUpload, finish: finishUpload, discard: discardUpload });
