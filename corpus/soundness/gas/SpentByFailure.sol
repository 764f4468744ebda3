// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract SpentByFailure {
    bool public armed; // by what a prover finds, and a fuzzer hardly

    function arm(uint256 a) external {
        require(a < 1 << 60 && a * a * a == 1030607060301);
        armed = true;
    }

    
    function burn() external pure {
        assembly { invalid() }
    }

    function refuse() external pure {
        assembly { revert(0, 0) }
    }

    function afterBurn(uint256 x) external {
        try this.burn() {} catch {}
        for (uint256 i = 0; i < 20; i++) { assembly { sstore(add(i, 100), x) } }
    }

    function afterRefusal(uint256 x) external {
        try this.refuse() {} catch {}
        for (uint256 i = 0; i < 20; i++) { assembly { sstore(add(i, 100), x) } }
    }
}
