import { z } from 'zod';
import { brandOf } from '../brands';
import { countryOf } from '../cards';
import { invalid } from '../errors';
import { open } from '../vault';
import { json, merchantFor, type ShopperHandler } from './door';

const body = z.looseObject({
  encryptedBin: z.string(),
  requestId: z.string(),
  supportedBrands: z.array(z.string()).optional(),
});

/** `/binLookup`: which scheme the first eleven digits belong to. Digits of no scheme are answered with the id alone. */
export const binLookup: ShopperHandler = async (c) => {
  const merchant = merchantFor(c.req.query('token'));
  const { data } = body.safeParse(await json(c));
  if (!data) throw invalid('702', 'Invalid request');
  const { requestId, supportedBrands = merchant.brands } = data;
  const bin = await open(data.encryptedBin, 'binValue');
  const brand = brandOf(bin);
  if (brand.id === 'card') return Response.json({ requestId });
  return Response.json({
    requestId,
    issuingCountryCode: countryOf(bin) ?? 'NL',
    brands: [
      {
        brand: brand.id,
        paymentMethodVariant: brand.id,
        cvcPolicy: brand.cvcPolicy,
        expiryDatePolicy: 'required',
        enableLuhnCheck: true,
        supported: supportedBrands.includes(brand.id),
      },
    ],
  });
};
