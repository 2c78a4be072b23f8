import { bears } from './suite';
import { tickittoUnderTest } from './tickitto';

bears(tickittoUnderTest);
