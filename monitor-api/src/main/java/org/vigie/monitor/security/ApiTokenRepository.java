package org.vigie.monitor.security;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApiTokenRepository extends GenericRepository<ApiToken, UUID> {

    ApiToken save(ApiToken token);

    Optional<ApiToken> findByTokenSha256AndRevokedAtIsNull(String tokenSha256);

    boolean existsByTokenSha256(String tokenSha256);

    @Query("""
            update api_token
               set revoked_at = :at
             where name = :name
               and token_sha256 <> :tokenSha256
               and revoked_at is null
            """)
    void revokeOthers(String name, String tokenSha256, Instant at);
}
