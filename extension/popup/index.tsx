import { pageRoot, pageWords, storeData } from '../ui/store-data.ts';
import { mount } from './mount.tsx';

const data = storeData();
mount(data, Date.now, pageWords(), pageRoot());
// Sources that are large to read are otherwise left alone for hours.
void data.commands('syncNow', { rested: true });
