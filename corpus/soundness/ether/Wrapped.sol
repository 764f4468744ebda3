// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Ether as a token.
contract Wrapped {
    mapping(address => uint256) public balanceOf;

    receive() external payable {
        deposit();
    }

    function deposit() public payable {
        balanceOf[msg.sender] += msg.value;
    }

    function withdraw(uint256 x) external {
        require(balanceOf[msg.sender] >= x, "poor");
        balanceOf[msg.sender] -= x;
        payable(msg.sender).transfer(x);
    }

    function transfer(address to, uint256 x) external {
        balanceOf[msg.sender] -= x;
        balanceOf[to] += x;
    }

    function totalSupply() external view returns (uint256) {
        return address(this).balance;
    }
}
