import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './attributes.json';

mergeInternalComponents(attributes);
