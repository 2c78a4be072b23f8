import { z } from 'zod';
import { AdyenRefusal, invalid } from '../errors';
import { checkAmount } from '../money';

/** What merchants may send. Names that Adyen does not know are refused; those that change nothing here are let pass. */

const anything = z.unknown().optional();
const text = z.string().min(1).max(1024);
const ignored = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, anything]));

export const amount = z.object({ currency: z.string().length(3), value: z.int() });

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

const additionalData = z.looseObject({
  manualCapture: flag.optional(),
  RequestedTestAcquirerResponseCode: z.union([z.string(), z.int().transform(String)]).optional(),
});

const shared = {
  amount,
  merchantAccount: text,
  reference: text,
  returnUrl: z.url().max(8000),
  additionalData: additionalData.optional(),
  captureDelayHours: z.int().optional(),
  shopperReference: z.string().min(3).max(256).optional(),
  storePaymentMethod: z.boolean().optional(),
  authenticationData: z
    .looseObject({
      threeDSRequestData: z
        .looseObject({ nativeThreeDS: z.enum(['preferred', 'disabled']).optional() })
        .optional(),
    })
    .optional(),
  ...ignored(
    'accountInfo additionalAmount applicationInfo billingAddress channel company countryCode dateOfBirth deliverAt deliveryAddress deviceFingerprint enablePayOut enableOneClick enableRecurring fundOrigin fundRecipient installments lineItems mandate mcc merchantOrderReference metadata mpiData order orderReference origin platformChargebackLogic recurringExpiry recurringFrequency recurringProcessingModel redirectFromIssuerMethod redirectToIssuerMethod riskData sessionValidity shopperEmail shopperIP shopperInteraction shopperLocale shopperName shopperStatement socialSecurityNumber splits store telephoneNumber threeDS2RequestData threeDSAuthenticationOnly trustedShopper browserInfo clientStateDataIndicator',
  ),
};

export const createSession = z.strictObject({
  ...shared,
  countryCode: z.string().length(2).optional(),
  shopperLocale: z.string().max(5).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  mode: z.enum(['embedded', 'hosted']).optional(),
  storePaymentMethodMode: z.enum(['disabled', 'askForConsent', 'enabled']).optional(),
  ...ignored(
    'allowedPaymentMethods blockedPaymentMethods installmentOptions showInstallmentAmount showRemovePaymentMethodButton splitCardFundingSources storeFiltrationMode themeId allowedFundingSources',
  ),
});

export const createPayment = z.strictObject({
  ...shared,
  paymentMethod: anything,
  ...ignored('conversionId checkoutAttemptId'),
});

export const paymentDetails = z.looseObject({
  details: z.looseObject({ redirectResult: z.string().optional(), threeDSResult: z.string().optional() }),
});

export const modification = z.strictObject({
  merchantAccount: text,
  reference: z.string().max(80).optional(),
  amount: amount.optional(),
  ...ignored(
    'applicationInfo lineItems platformChargebackLogic splits store capturePspReference merchantRefundReason enhancedSchemeData subMerchants paymentReference',
  ),
});

/** The first thing that is wrong, in Adyen's words and numbers as far as it publishes them. */
function refusal({ code, path, message, ...issue }: z.core.$ZodIssue, body: unknown): AdyenRefusal {
  const name = path.map(String).join('.');
  if (code === 'unrecognized_keys') {
    const keys = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.join(',') : '';
    return new AdyenRefusal(
      400,
      '702',
      `Structure of the request contains the following unknown fields: [${keys}]`,
    );
  }
  const at: unknown = path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    body,
  );
  if (at !== undefined) return invalid('702', `Invalid ${name}: ${message}`);
  const numbers: Readonly<Record<string, string>> = {
    amount: '100',
    reference: '130',
    merchantAccount: '158',
  };
  return invalid(numbers[name] ?? '158', `Required field '${name}' is not provided.`);
}

/** Reads a body by its schema, or throws what Adyen would answer. */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue ? refusal(issue, body) : invalid('702', 'Invalid request');
}

/** The same for a call that carries an amount. */
export function readPriced<T extends { amount: z.infer<typeof amount> }>(
  schema: z.ZodType<T>,
  body: unknown,
): T {
  const params = read(schema, body);
  checkAmount(params.amount);
  return params;
}
