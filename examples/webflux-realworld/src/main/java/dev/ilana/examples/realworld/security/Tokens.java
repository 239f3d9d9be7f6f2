package dev.ilana.examples.realworld.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signed tokens that say who somebody is, for so long. */
@Component
public final class Tokens {

    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
    private static final int KEY_BYTES = 32;

    private final byte[] key;
    private final Duration lifetime;

    Tokens(@Value("${realworld.secret}") String secret, @Value("${realworld.token-lifetime}") Duration lifetime) {
        this.key = secret.isBlank() ? random() : secret.getBytes(StandardCharsets.UTF_8);
        this.lifetime = lifetime;
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** A new token for the user of that key. */
    public String issue(long userId) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(Long.toString(userId))
                .expirationTime(Date.from(Instant.now().plus(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(HEADER, claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("realworld.secret must have " + KEY_BYTES + " bytes or more", e);
        }
        return token.serialize();
    }

    /** Who it is; empty for a token that is none, is not ours, or is too old. */
    Optional<CurrentUser> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean valid = token.verify(new MACVerifier(key))
                    && claims.getExpirationTime().toInstant().isAfter(Instant.now());
            return valid ? Optional.of(new CurrentUser(Long.parseLong(claims.getSubject()))) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
