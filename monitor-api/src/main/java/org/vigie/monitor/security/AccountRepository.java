package org.vigie.monitor.security;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<Account, String> {

    Account save(Account account);

    Optional<Account> findByUsernameAndDisabledAtIsNull(String username);

    boolean existsByUsername(String username);
}
