import { singleOctoUnderTest } from './octo';
import { bears } from './suite';

bears(singleOctoUnderTest);
