import type { TlsProblem } from './tls-problem.ts';

/**
 * How Firefox 153 says what is wrong with TLS, which it does in its user's language: the sentences of its language packs for
 * de, en, es, fr, it, nl, pl, pt-BR, ru and zh-CN (the Japanese one has the English sentences).
 *
 * Source: `pipnss/nsserrors.properties`, under the names that stand above the sentences.
 */
export const FIREFOX_TLS_SENTENCES: Readonly<
  Record<Extract<TlsProblem, 'issuer' | 'date' | 'name' | 'not-tls'>, readonly string[]>
> = {
  issuer: [
    // MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT
    'The certificate is not trusted because it is self-signed.',
    'Dem Zertifikat wird nicht vertraut, weil es vom Aussteller selbst signiert wurde.',
    'Le certificat n’est pas sûr car il est auto-signé.',
    'No se confía en el certificado porque está autofirmado.',
    'Il certificato non è attendibile in quanto autofirmato.',
    'Het certificaat wordt niet vertrouwd, omdat het zelfondertekend is.',
    'Certyfikat nie jest zaufany, ponieważ jest samopodpisany.',
    'O certificado não é considerado confiável porque é autoassinado.',
    'К сертификату нет доверия, так как он является самоподписанным.',
    '此证书由于自签名而不被信任。',
    // SEC_ERROR_UNKNOWN_ISSUER
    'Peer’s Certificate issuer is not recognized.',
    'Der Zertifikat-Aussteller der Gegenstelle wurde nicht erkannt.',
    'L’autorité de délivrance du certificat du pair n’est pas reconnue.',
    'El emisor del certificado de la otra parte no se reconoce.',
    'L’autorità emittente del certificato del peer non è stata riconosciuta.',
    'Uitgever van certificaat van peer wordt niet herkend.',
    'Wystawca certyfikatu uczestnika komunikacji nie został rozpoznany.',
    'A entidade certificadora do sistema remoto não é reconhecida.',
    'Издатель сертификата узла не распознан.',
    '对等端的证书颁发者不受认可。',
  ],
  date: [
    // SEC_ERROR_EXPIRED_CERTIFICATE
    'Peer’s Certificate has expired.',
    'Das Zertifikat der Gegenstelle ist abgelaufen.',
    'Le certificat du pair a expiré.',
    'El certificado de la otra parte ha caducado.',
    'Il certificato del peer è scaduto.',
    'Certificaat van peer is verlopen.',
    'Certyfikat uczestnika komunikacji stracił ważność.',
    'O certificado do sistema remoto está com a validade vencida.',
    'Сертификат узла истёк.',
    '对等端的证书已过期。',
  ],
  name: [
    // SSL_ERROR_BAD_CERT_DOMAIN
    'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
    'Sichere Kommunikation mit der Gegenstelle ist nicht möglich: Angeforderter Domainname stimmt nicht mit dem Zertifikat des Servers überein.',
    'Impossible de communiquer en mode sécurisé avec le pair : le nom de domaine demandé ne correspond pas au certificat du serveur.',
    'No es posible comunicar de forma segura con el otro extremo de la conexión porque el nombre de dominio solicitado no coincide con el certificado del servidor.',
    'Impossibile stabilire una connessione sicura con il peer: il nome di dominio richiesto non corrisponde al certificato del server.',
    'Kan niet beveiligd communiceren met peer: opgevraagde domeinnaam komt niet overeen met het certificaat van de server.',
    'Nie można nawiązać bezpiecznego połączenia: żądana nazwa domeny nie pasuje do certyfikatu serwera.',
    'Não foi possível comunicar com segurança com o sistema remoto: o nome de domínio solicitado não corresponde ao certificado do servidor.',
    'Не удалось установить защищённое соединение с этим узлом: запрошенное имя домена не соответствует указанному в сертификате сервера.',
    '无法安全地与对等端通信：请求的域名与服务器的证书不匹配。',
  ],
  'not-tls': [
    // SSL_ERROR_RX_RECORD_TOO_LONG
    'SSL received a record that exceeded the maximum permissible length.',
    'SSL hat einen Eintrag erhalten, der die maximal erlaubte Länge überschritten hat.',
    'SSL a reçu un enregistrement qui dépasse la longueur maximale autorisée.',
    'SSL ha recibido un registro que excedía la longitud máxima permitida.',
    'SSL ha ricevuto un pacchetto che eccede la dimensione massima consentita.',
    'SSL ontving een record die de maximaal toegestane lengte heeft overschreden.',
    'SSL otrzymał rekord przekraczający największą dozwoloną długość.',
    'O SSL recebeu um registro que excede o tamanho máximo permitido.',
    'SSL получило запись, длина которой превышает максимально допустимую.',
    'SSL 接收到一个超出最大准许长度的记录。',
  ],
};
