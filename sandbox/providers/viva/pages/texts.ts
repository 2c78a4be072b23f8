/** What the payment page says, in one language. `{amount}` stands for what is paid. */
export interface Texts {
  readonly order: string;
  readonly payTo: string;
  readonly card: string;
  readonly number: string;
  readonly expiry: string;
  readonly cvv: string;
  readonly name: string;
  readonly pay: string;
  readonly back: string;
  readonly mistakes: {
    readonly number: string;
    readonly expiry: string;
    readonly cvv: string;
    readonly name: string;
  };
  readonly refused: string;
  readonly noFunds: string;
  readonly bankSaidNo: string;
  readonly nothing: string;
  readonly tryAgain: string;
  readonly expired: string;
  readonly cancelled: string;
  readonly paid: string;
  readonly paidText: string;
}

const en: Texts = {
  order: 'Order code',
  payTo: 'Payment to',
  card: 'Pay by card',
  number: 'Card number',
  expiry: 'Expiry (MM/YY)',
  cvv: 'Security code',
  name: 'Name on the card',
  pay: 'Pay {amount}',
  back: 'Back to the shop',
  mistakes: {
    number: 'Enter the whole card number.',
    expiry: 'Enter a date that is not over, as MM/YY.',
    cvv: 'Enter the code: 3 digits, 4 on American Express.',
    name: 'Enter the name as it is on the card.',
  },
  refused: 'The card was refused.',
  noFunds: 'The card was refused: there is not enough money in the account.',
  bankSaidNo: 'Your bank could not make sure that it is you.',
  nothing: 'Nothing was charged.',
  tryAgain: 'Try again, or take another card.',
  expired: 'The time to pay is over',
  cancelled: 'This payment was called off',
  paid: 'Your payment was successful',
  paidText: 'The shop has been told. You may close this page.',
};

const de: Texts = {
  order: 'Bestellcode',
  payTo: 'Zahlung an',
  card: 'Mit Karte bezahlen',
  number: 'Kartennummer',
  expiry: 'Gültig bis (MM/JJ)',
  cvv: 'Prüfziffer',
  name: 'Name auf der Karte',
  pay: '{amount} bezahlen',
  back: 'Zurück zum Shop',
  mistakes: {
    number: 'Bitte die ganze Kartennummer eingeben.',
    expiry: 'Bitte ein Datum eingeben, das nicht vorbei ist (MM/JJ).',
    cvv: 'Bitte die Prüfziffer eingeben: 3 Stellen, bei American Express 4.',
    name: 'Bitte den Namen eingeben, wie er auf der Karte steht.',
  },
  refused: 'Die Karte wurde abgelehnt.',
  noFunds: 'Die Karte wurde abgelehnt: Das Konto ist nicht gedeckt.',
  bankSaidNo: 'Ihre Bank konnte nicht feststellen, dass Sie es sind.',
  nothing: 'Es wurde nichts abgebucht.',
  tryAgain: 'Versuchen Sie es noch einmal oder mit einer anderen Karte.',
  expired: 'Die Zeit zum Bezahlen ist vorbei',
  cancelled: 'Diese Zahlung wurde abgesagt',
  paid: 'Ihre Zahlung war erfolgreich',
  paidText: 'Der Shop weiß Bescheid. Sie können diese Seite schließen.',
};

const el: Texts = {
  order: 'Κωδικός παραγγελίας',
  payTo: 'Πληρωμή προς',
  card: 'Πληρωμή με κάρτα',
  number: 'Αριθμός κάρτας',
  expiry: 'Λήξη (ΜΜ/ΕΕ)',
  cvv: 'Κωδικός ασφαλείας',
  name: 'Όνομα στην κάρτα',
  pay: 'Πληρωμή {amount}',
  back: 'Επιστροφή στο κατάστημα',
  mistakes: {
    number: 'Πληκτρολογήστε ολόκληρο τον αριθμό της κάρτας.',
    expiry: 'Πληκτρολογήστε ημερομηνία που δεν έχει περάσει (ΜΜ/ΕΕ).',
    cvv: 'Πληκτρολογήστε τον κωδικό: 3 ψηφία, 4 σε American Express.',
    name: 'Πληκτρολογήστε το όνομα όπως είναι στην κάρτα.',
  },
  refused: 'Η κάρτα δεν έγινε δεκτή.',
  noFunds: 'Η κάρτα δεν έγινε δεκτή: το υπόλοιπο δεν επαρκεί.',
  bankSaidNo: 'Η τράπεζά σας δεν μπόρεσε να επιβεβαιώσει την ταυτότητά σας.',
  nothing: 'Δεν έγινε καμία χρέωση.',
  tryAgain: 'Δοκιμάστε ξανά ή με άλλη κάρτα.',
  expired: 'Ο χρόνος πληρωμής έληξε',
  cancelled: 'Η πληρωμή ακυρώθηκε',
  paid: 'Η πληρωμή σας ολοκληρώθηκε',
  paidText: 'Το κατάστημα ενημερώθηκε. Μπορείτε να κλείσετε τη σελίδα.',
};

const fr: Texts = {
  order: 'Code de commande',
  payTo: 'Paiement à',
  card: 'Payer par carte',
  number: 'Numéro de carte',
  expiry: 'Expiration (MM/AA)',
  cvv: 'Cryptogramme',
  name: 'Nom sur la carte',
  pay: 'Payer {amount}',
  back: 'Retour à la boutique',
  mistakes: {
    number: 'Saisissez le numéro de carte en entier.',
    expiry: 'Saisissez une date qui n’est pas passée (MM/AA).',
    cvv: 'Saisissez le code : 3 chiffres, 4 pour American Express.',
    name: 'Saisissez le nom tel qu’il figure sur la carte.',
  },
  refused: 'La carte a été refusée.',
  noFunds: 'La carte a été refusée : le solde est insuffisant.',
  bankSaidNo: 'Votre banque n’a pas pu vérifier votre identité.',
  nothing: 'Rien n’a été débité.',
  tryAgain: 'Réessayez, ou prenez une autre carte.',
  expired: 'Le temps pour payer est écoulé',
  cancelled: 'Ce paiement a été annulé',
  paid: 'Votre paiement a réussi',
  paidText: 'La boutique est informée. Vous pouvez fermer cette page.',
};

const es: Texts = {
  order: 'Código de pedido',
  payTo: 'Pago a',
  card: 'Pagar con tarjeta',
  number: 'Número de tarjeta',
  expiry: 'Caducidad (MM/AA)',
  cvv: 'Código de seguridad',
  name: 'Nombre en la tarjeta',
  pay: 'Pagar {amount}',
  back: 'Volver a la tienda',
  mistakes: {
    number: 'Escriba el número de tarjeta completo.',
    expiry: 'Escriba una fecha que no haya pasado (MM/AA).',
    cvv: 'Escriba el código: 3 cifras, 4 en American Express.',
    name: 'Escriba el nombre tal como figura en la tarjeta.',
  },
  refused: 'La tarjeta ha sido rechazada.',
  noFunds: 'La tarjeta ha sido rechazada: no hay saldo suficiente.',
  bankSaidNo: 'Su banco no ha podido comprobar que es usted.',
  nothing: 'No se ha cobrado nada.',
  tryAgain: 'Inténtelo de nuevo o use otra tarjeta.',
  expired: 'El tiempo para pagar ha terminado',
  cancelled: 'Este pago se ha anulado',
  paid: 'Su pago se ha realizado',
  paidText: 'La tienda ya lo sabe. Puede cerrar esta página.',
};

const it: Texts = {
  order: 'Codice ordine',
  payTo: 'Pagamento a',
  card: 'Paga con carta',
  number: 'Numero della carta',
  expiry: 'Scadenza (MM/AA)',
  cvv: 'Codice di sicurezza',
  name: 'Nome sulla carta',
  pay: 'Paga {amount}',
  back: 'Torna al negozio',
  mistakes: {
    number: 'Inserisci il numero completo della carta.',
    expiry: 'Inserisci una data non ancora passata (MM/AA).',
    cvv: 'Inserisci il codice: 3 cifre, 4 per American Express.',
    name: 'Inserisci il nome come appare sulla carta.',
  },
  refused: 'La carta è stata rifiutata.',
  noFunds: 'La carta è stata rifiutata: il saldo non basta.',
  bankSaidNo: 'La tua banca non ha potuto verificare che sei tu.',
  nothing: 'Non è stato addebitato nulla.',
  tryAgain: 'Riprova o usa un’altra carta.',
  expired: 'Il tempo per pagare è scaduto',
  cancelled: 'Questo pagamento è stato annullato',
  paid: 'Il pagamento è andato a buon fine',
  paidText: 'Il negozio è stato avvisato. Puoi chiudere questa pagina.',
};

const nl: Texts = {
  order: 'Bestelcode',
  payTo: 'Betaling aan',
  card: 'Betalen met kaart',
  number: 'Kaartnummer',
  expiry: 'Geldig tot (MM/JJ)',
  cvv: 'Beveiligingscode',
  name: 'Naam op de kaart',
  pay: '{amount} betalen',
  back: 'Terug naar de winkel',
  mistakes: {
    number: 'Vul het hele kaartnummer in.',
    expiry: 'Vul een datum in die nog niet voorbij is (MM/JJ).',
    cvv: 'Vul de code in: 3 cijfers, 4 bij American Express.',
    name: 'Vul de naam in zoals die op de kaart staat.',
  },
  refused: 'De kaart is geweigerd.',
  noFunds: 'De kaart is geweigerd: er staat niet genoeg op de rekening.',
  bankSaidNo: 'Uw bank kon niet vaststellen dat u het bent.',
  nothing: 'Er is niets afgeschreven.',
  tryAgain: 'Probeer het opnieuw of neem een andere kaart.',
  expired: 'De tijd om te betalen is voorbij',
  cancelled: 'Deze betaling is geannuleerd',
  paid: 'Uw betaling is gelukt',
  paidText: 'De winkel weet ervan. U kunt deze pagina sluiten.',
};

const BY_LANGUAGE: Readonly<Record<string, Texts>> = { en, de, el, es, fr, it, nl };

/** The texts of a language such as `el-GR`; English where there are none. */
export function textsOf(lang: string): Texts {
  return BY_LANGUAGE[lang.slice(0, 2)] ?? en;
}

/** A language that pages can be asked for; undefined for anything else. */
export function readLang(lang: string | undefined): string | undefined {
  return /^[a-z]{2}(-[A-Z]{2})?$/.test(lang ?? '') ? lang : undefined;
}
