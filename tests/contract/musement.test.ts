import { musementUnderTest } from './musement';
import { bears } from './suite';

bears(musementUnderTest);
