import { pageRoot, pageWords, storeData } from '../ui/store-data.ts';
import { mount } from './mount.tsx';

mount(storeData(), Date.now, pageWords(), pageRoot());
