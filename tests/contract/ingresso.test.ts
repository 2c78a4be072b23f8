import { ingressoUnderTest } from './ingresso';
import { bears } from './suite';

bears(ingressoUnderTest);
