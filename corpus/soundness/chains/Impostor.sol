// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;

/// Calls nobody.
contract Quiet {
    uint256 public calls;

    function touch() external payable {
        calls += 1;
    }
}

/// Obeys one address.
contract Obedient {
    address public immutable master;
    uint256 public orders;
    uint256 public paid;

    constructor(address master_) {
        master = master_;
    }

    function order() external payable {
        require(msg.sender == master, "not the master");
        orders += 1;
        paid += msg.value;
    }

    /// Sends what it has to its master.
    function give() external {
        (bool ok,) = master.call{value: address(this).balance}("");
        require(ok, "refused");
    }
}
