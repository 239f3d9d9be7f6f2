/** The models that contracts of tenants are about: the projects of companies and their tasks. */
@NullMarked
@CheckReturnValue
package dev.ilana.testkit.contract.office;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
