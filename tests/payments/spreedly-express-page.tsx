import { SpreedlyExpress } from '@/components/payment/spreedly-express';
import { given, payPage } from './pay-page';

payPage({ Method: SpreedlyExpress, words: ['spreedly-express'], ...given });
