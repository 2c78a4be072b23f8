import { octoUnderTest } from './octo';
import { bears } from './suite';

bears(octoUnderTest);
