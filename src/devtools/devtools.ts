import { createPanel } from '../platform/devtools.ts';

void createPanel('CORS', '/icons/32.png', '/src/panel/panel.html');
