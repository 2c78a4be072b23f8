import { certifiedOctoUnderTest, singleOctoUnderTest } from './octo';
import { bears } from './suite';

bears(singleOctoUnderTest, certifiedOctoUnderTest);
